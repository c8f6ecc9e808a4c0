/** When a desk backs itself up by itself. */
export const backupSchedules = ['off', 'daily', 'weekly'] as const;

/** For how long backups are kept: what each comes to is in `retentions`. */
export const backupKeeps = ['month', 'halfYear', 'year'] as const;
