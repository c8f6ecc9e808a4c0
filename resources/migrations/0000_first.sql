CREATE TABLE `directory_accepted` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`site_set` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `directory_count` (
	`site_set` text NOT NULL,
	`status_rank` integer NOT NULL,
	`role_rank` integer NOT NULL,
	`entries` integer NOT NULL,
	PRIMARY KEY(`site_set`, `status_rank`, `role_rank`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `directory_entry` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`display_name` text,
	`search_text` text NOT NULL,
	`status_rank` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`role` text,
	`role_rank` integer NOT NULL,
	`site_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_activity_at` integer,
	`activity_at` integer NOT NULL,
	`password_due` integer NOT NULL,
	`reactivation_id` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `directory_entry_id_unique` ON `directory_entry` (`id`);--> statement-breakpoint
CREATE INDEX `directory_by_email` ON `directory_entry` (`email_key`,`id`,`status_rank`,`role_rank`,`expires_at`);--> statement-breakpoint
CREATE INDEX `directory_by_status` ON `directory_entry` (`status_rank`,`expires_at`,`email_key`,`id`,`role_rank`);--> statement-breakpoint
CREATE INDEX `directory_by_role` ON `directory_entry` (`role_rank`,`email_key`,`id`,`status_rank`,`expires_at`);--> statement-breakpoint
CREATE INDEX `directory_by_site` ON `directory_entry` (`site_key`,`email_key`,`id`,`status_rank`,`role_rank`,`expires_at`);--> statement-breakpoint
CREATE INDEX `directory_by_activity` ON `directory_entry` (`activity_at`,`email_key`,`id`,`status_rank`,`role_rank`,`expires_at`);--> statement-breakpoint
CREATE TABLE `directory_site` (
	`site_id` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`site_id`, `n`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `directory_site_by_entry` ON `directory_site` (`n`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`email_key` text,
	`role` text NOT NULL,
	`inviter_id` text NOT NULL,
	`reactivates_user_id` text,
	`created_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_user_id` text,
	`removed_at` integer,
	`token_hash` text,
	`code_hash` text,
	`conflict_of` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL,
	FOREIGN KEY (`inviter_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reactivates_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_role" CHECK("invitation"."role" in ('tenant_admin', 'site_admin', 'member')),
	CONSTRAINT "invitation_removed_is_blank" CHECK("invitation"."removed_at" is null or coalesce("invitation"."email", "invitation"."email_key", "invitation"."token_hash", "invitation"."code_hash") is null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_live_email` ON `invitation` (`email_key`) WHERE "invitation"."accepted_at" is null and "invitation"."removed_at" is null and "invitation"."deleted_hlc" is null and "invitation"."conflict_of" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_code` ON `invitation` (`code_hash`);--> statement-breakpoint
CREATE INDEX `invitation_by_reactivated` ON `invitation` (`reactivates_user_id`) WHERE "invitation"."reactivates_user_id" is not null;--> statement-breakpoint
CREATE INDEX `invitation_by_inviter` ON `invitation` (`inviter_id`);--> statement-breakpoint
CREATE TABLE `invitation_site` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`site_id` text NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_site_live` ON `invitation_site` (`invitation_id`,`site_id`) WHERE "invitation_site"."deleted_hlc" is null;--> statement-breakpoint
CREATE INDEX `invitation_site_by_site` ON `invitation_site` (`site_id`) WHERE "invitation_site"."deleted_hlc" is null;--> statement-breakpoint
CREATE TABLE `audit_event` (
	`id` text PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	`hlc` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`subject_type` text,
	`subject_id` text,
	`site_id` text,
	`data` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_event_chain` ON `audit_event` (`desk_id`,`n`);--> statement-breakpoint
CREATE TABLE `change_op` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`op_id` text NOT NULL,
	`txn_id` text NOT NULL,
	`tbl` text NOT NULL,
	`pk` text NOT NULL,
	`patch` text NOT NULL,
	`base` text NOT NULL,
	`hlc` text NOT NULL,
	`actor_id` text,
	`acked_seq` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `personal_value` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`salt` text NOT NULL,
	`hash` text NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `personal_value_by_person` ON `personal_value` (`person_id`);--> statement-breakpoint
CREATE TABLE `sync_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`desk_id` text NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`last_hlc` text NOT NULL,
	`epoch` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role_model` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL,
	CONSTRAINT "organisation_role_model" CHECK("organisation"."role_model" in ('three', 'two'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `site` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`conflict_of` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `site_name_open` ON `site` (`name_key`) WHERE "site"."archived_at" is null and "site"."deleted_hlc" is null and "site"."conflict_of" is null;--> statement-breakpoint
CREATE INDEX `site_by_name` ON `site` (`name_key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`desk_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`refresh_hash` text NOT NULL,
	`spent_refresh_hash` text,
	`refresh_expires_at` integer NOT NULL,
	`grant_role` text NOT NULL,
	`grant_site_ids` text NOT NULL,
	`grant_issued_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_refresh` ON `session` (`refresh_hash`);--> statement-breakpoint
CREATE INDEX `session_open_by_user` ON `session` (`user_id`) WHERE "session"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `sign_in_back_off` (
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`failures` integer NOT NULL,
	`blocked_until` integer,
	PRIMARY KEY(`kind`, `subject`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `credential` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`previous_hash` text,
	`must_change` integer NOT NULL,
	`temporary_expires_at` integer,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `preference` (
	`user_id` text PRIMARY KEY NOT NULL,
	`choices` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`display_name` text NOT NULL,
	`status` text NOT NULL,
	`role` text,
	`created_at` integer NOT NULL,
	`deactivated_at` integer,
	`conflict_of` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL,
	CONSTRAINT "user_status" CHECK("user"."status" in ('active', 'inactive')),
	CONSTRAINT "user_role" CHECK("user"."role" in ('tenant_admin', 'site_admin', 'member'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_key` ON `user` (`email_key`) WHERE "user"."deleted_hlc" is null and "user"."conflict_of" is null;--> statement-breakpoint
CREATE INDEX `user_by_status_role` ON `user` (`status`,`role`);--> statement-breakpoint
CREATE TABLE `user_activity` (
	`user_id` text PRIMARY KEY NOT NULL,
	`last_activity_at` integer NOT NULL,
	`last_sign_in_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `user_site` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`site_id` text NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_site_live` ON `user_site` (`user_id`,`site_id`) WHERE "user_site"."deleted_hlc" is null;--> statement-breakpoint
CREATE INDEX `user_site_by_site` ON `user_site` (`site_id`,`user_id`) WHERE "user_site"."deleted_hlc" is null;
