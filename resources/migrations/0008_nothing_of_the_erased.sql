-- What earlier versions kept longer than its person (docs/security.md, Erasing).
-- The change log held hosts' names as they were: now it refers to them, as to all others.
UPDATE `change_op`
SET `patch` = json_set(json_remove(`patch`, '$.host_key'), '$.host_name', json_object('$personal', coalesce((
	SELECT p.`id` FROM `visit` v JOIN `personal_value` p ON p.`person_id` = v.`host_id`
	WHERE v.`id` = `change_op`.`pk` AND p.`value` = `change_op`.`patch` ->> '$.host_name'), 'erased')))
WHERE `tbl` = 'visit' AND json_type(`patch`, '$.host_name') = 'text';
--> statement-breakpoint
-- Hashes of passwords that neither are in use nor are the ones before.
DELETE FROM `personal_value`
WHERE `value` LIKE '$argon2%' AND `person_id` IN (SELECT `id` FROM `credential`) AND NOT EXISTS (
	SELECT 1 FROM `credential` c
	WHERE c.`id` = `personal_value`.`person_id` AND `personal_value`.`value` IN (c.`hash`, c.`previous_hash`));
--> statement-breakpoint
-- Letters of accepted invitations' addresses in segments that weren't merged yet.
INSERT INTO `directory_search` (`directory_search`) VALUES ('optimize');
