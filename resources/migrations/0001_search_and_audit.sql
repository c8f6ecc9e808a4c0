-- The search index of the Users page. Its text is folded already (core/domain/text), so the tokenizer compares letters
-- as they are. It reads its text from directory_entry; the directory's writer keeps the two in step.
CREATE VIRTUAL TABLE `directory_search` USING fts5(
	search_text,
	content = 'directory_entry',
	content_rowid = 'n',
	tokenize = 'trigram case_sensitive 1',
	columnsize = 0
);
--> statement-breakpoint
CREATE TRIGGER `audit_event_no_update` BEFORE UPDATE ON `audit_event` BEGIN
	SELECT RAISE(ABORT, 'audit_event is insert-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_event_no_delete` BEFORE DELETE ON `audit_event` BEGIN
	SELECT RAISE(ABORT, 'audit_event is insert-only');
END;
