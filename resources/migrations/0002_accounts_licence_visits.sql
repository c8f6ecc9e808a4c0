CREATE TABLE `clock_mark` (
	`id` integer PRIMARY KEY NOT NULL,
	`high_water_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `licence` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`imported_at` integer NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`used_at` integer,
	`replaced_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`visitor_name` text,
	`company` text,
	`visitor_email` text,
	`purpose` text,
	`visitor_key` text,
	`host_id` text NOT NULL,
	`host_name` text NOT NULL,
	`host_key` text NOT NULL,
	`registered_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expected_arrival_at` integer NOT NULL,
	`expected_departure_at` integer NOT NULL,
	`checked_in_at` integer,
	`checked_out_at` integer,
	`cancelled_at` integer,
	`anonymised_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_hlc` text NOT NULL,
	`deleted_hlc` text,
	`ver` text NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registered_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `visit_expected` ON `visit` (`site_id`,`expected_arrival_at`,`id`,`expected_departure_at`) WHERE "visit"."checked_in_at" is null and "visit"."checked_out_at" is null and "visit"."cancelled_at" is null and "visit"."deleted_hlc" is null;--> statement-breakpoint
CREATE INDEX `visit_on_site` ON `visit` (`site_id`,`checked_in_at`,`id`) WHERE "visit"."checked_in_at" is not null and "visit"."checked_out_at" is null and "visit"."cancelled_at" is null and "visit"."deleted_hlc" is null;--> statement-breakpoint
CREATE INDEX `visit_history` ON `visit` (`site_id`,case when "cancelled_at" is not null then "cancelled_at" when "checked_out_at" is not null then "checked_out_at" else "expected_departure_at" end,`id`,`cancelled_at`,`checked_out_at`,`expected_departure_at`,`visitor_key`,`host_key`) WHERE ("visit"."checked_in_at" is null or "visit"."checked_out_at" is not null or "visit"."cancelled_at" is not null) and "visit"."deleted_hlc" is null;--> statement-breakpoint
CREATE INDEX `visit_by_check_in` ON `visit` (`checked_in_at`) WHERE "visit"."checked_in_at" is not null;--> statement-breakpoint
CREATE INDEX `visit_by_host` ON `visit` (`host_id`,`expected_departure_at`);--> statement-breakpoint
CREATE INDEX `visit_by_registrar` ON `visit` (`registered_by`);--> statement-breakpoint
CREATE INDEX `visit_ends` ON `visit` (case when "cancelled_at" is not null then "cancelled_at" when "checked_out_at" is not null then "checked_out_at" else "expected_departure_at" end,`checked_in_at`,`checked_out_at`,`cancelled_at`) WHERE "visit"."anonymised_at" is null and "visit"."deleted_hlc" is null;--> statement-breakpoint
ALTER TABLE `organisation` ADD `delegation` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `initial_password` text DEFAULT 'either' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `temporary_password_hours` integer DEFAULT 72 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `idle_lock_minutes` integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `visit_retention_days` integer DEFAULT 365 NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `leaves_at` integer;--> statement-breakpoint
CREATE INDEX `user_by_end_date` ON `user` (`leaves_at`) WHERE "user"."leaves_at" is not null;--> statement-breakpoint
CREATE INDEX `invitation_by_accepted_user` ON `invitation` (`accepted_user_id`) WHERE "invitation"."accepted_user_id" is not null;--> statement-breakpoint
CREATE INDEX `audit_event_by_person` ON `audit_event` (`subject_id`,`hlc`) WHERE "audit_event"."subject_type" in ('user', 'invitation');
