-- Each B-tree that a write touches is a page more to encrypt and to write. Rows stay as they are: an audit entry has its
-- place in the chain and no index of its id, a change operation no counter beside its number, a personal value lies in
-- the index of its id, an entry of the list holds its sites itself, and a new one waits beside the search index.
ALTER TABLE `directory_entry` ADD `site_set` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE `directory_entry` SET `site_set` = coalesce((
	SELECT group_concat(`site_id`, ',') FROM (
		SELECT d.`site_id` FROM `directory_site` d WHERE d.`n` = `directory_entry`.`n` ORDER BY d.`site_id`)), '');
--> statement-breakpoint
DROP INDEX `directory_site_by_entry`;
--> statement-breakpoint
CREATE TABLE `directory_recent` (
	`n` integer PRIMARY KEY NOT NULL,
	`search_text` text NOT NULL
) STRICT;
--> statement-breakpoint
-- A leaf of the search index fits into one page, whose 80 bytes for the cipher are no room; by default each took two.
INSERT INTO `directory_search` (`directory_search`, `rank`) VALUES ('pgsz', 3900);
--> statement-breakpoint
CREATE TABLE `__new_audit_event` (
	`id` text NOT NULL,
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
INSERT INTO `__new_audit_event` (`id`, `desk_id`, `n`, `at`, `hlc`, `actor_id`, `action`, `outcome`, `subject_type`, `subject_id`, `site_id`, `data`, `previous_hash`, `hash`)
	SELECT `id`, `desk_id`, `n`, `at`, `hlc`, `actor_id`, `action`, `outcome`, `subject_type`, `subject_id`, `site_id`, `data`, `previous_hash`, `hash`
	FROM `audit_event` ORDER BY desk_id, n;
--> statement-breakpoint
DROP TABLE `audit_event`;
--> statement-breakpoint
ALTER TABLE `__new_audit_event` RENAME TO `audit_event`;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_event_chain` ON `audit_event` (`desk_id`,`n`);
--> statement-breakpoint
CREATE TRIGGER `audit_event_no_update` BEFORE UPDATE ON `audit_event` BEGIN
	SELECT RAISE(ABORT, 'audit_event is insert-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_event_no_delete` BEFORE DELETE ON `audit_event` BEGIN
	SELECT RAISE(ABORT, 'audit_event is insert-only');
END;
--> statement-breakpoint
CREATE INDEX `audit_event_by_person` ON `audit_event` (`subject_id`,`hlc`) WHERE "audit_event"."subject_type" in ('user', 'invitation');
--> statement-breakpoint
CREATE TABLE `__new_change_op` (
	`n` integer PRIMARY KEY NOT NULL,
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
INSERT INTO `__new_change_op` (`n`, `op_id`, `txn_id`, `tbl`, `pk`, `patch`, `base`, `hlc`, `actor_id`, `acked_seq`)
	SELECT `n`, `op_id`, `txn_id`, `tbl`, `pk`, `patch`, `base`, `hlc`, `actor_id`, `acked_seq`
	FROM `change_op` ORDER BY n;
--> statement-breakpoint
DROP TABLE `change_op`;
--> statement-breakpoint
ALTER TABLE `__new_change_op` RENAME TO `change_op`;
--> statement-breakpoint
CREATE TABLE `__new_personal_value` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`salt` text NOT NULL,
	`hash` text NOT NULL,
	`value` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_personal_value` (`id`, `person_id`, `salt`, `hash`, `value`)
	SELECT `id`, `person_id`, `salt`, `hash`, `value`
	FROM `personal_value` ORDER BY id;
--> statement-breakpoint
DROP TABLE `personal_value`;
--> statement-breakpoint
ALTER TABLE `__new_personal_value` RENAME TO `personal_value`;
--> statement-breakpoint
CREATE INDEX `personal_value_by_person` ON `personal_value` (`person_id`);
