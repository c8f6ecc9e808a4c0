CREATE TABLE `mail_message` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`state` text NOT NULL,
	`language` text NOT NULL,
	`secrets` text,
	`message_id` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer,
	`handed_over_at` integer,
	`problem` text,
	`problem_detail` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_message_state" CHECK("mail_message"."state" in ('queued', 'sent', 'unconfirmed', 'failed', 'expired')),
	CONSTRAINT "mail_message_queued_is_due" CHECK(("mail_message"."state" = 'queued') = ("mail_message"."next_attempt_at" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `mail_message_by_invitation` ON `mail_message` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `mail_message_due` ON `mail_message` (`next_attempt_at`) WHERE "mail_message"."state" = 'queued';--> statement-breakpoint
CREATE INDEX `mail_message_failed` ON `mail_message` (`created_at`) WHERE "mail_message"."state" in ('failed', 'unconfirmed');--> statement-breakpoint
CREATE TABLE `mail_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`port` integer NOT NULL,
	`security` text NOT NULL,
	`user_name` text NOT NULL,
	`sealed_password` text,
	`from_address` text NOT NULL,
	`language` text NOT NULL,
	`trusted_certificate` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mail_settings_security" CHECK("mail_settings"."security" in ('none', 'starttls', 'tls'))
) STRICT;
