CREATE TABLE `backup_outcome` (
	`id` integer PRIMARY KEY NOT NULL,
	`done_at` integer,
	`failed_at` integer,
	`failure` text,
	`failures` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `backup_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`schedule` text NOT NULL,
	`hour` integer NOT NULL,
	`weekday` integer NOT NULL,
	`keep` text NOT NULL,
	`folder` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "backup_settings_schedule" CHECK("backup_settings"."schedule" in ('off', 'daily', 'weekly')),
	CONSTRAINT "backup_settings_keep" CHECK("backup_settings"."keep" in ('month', 'halfYear', 'year')),
	CONSTRAINT "backup_settings_hour" CHECK("backup_settings"."hour" between 0 and 23 and "backup_settings"."weekday" between 0 and 6)
) STRICT;
