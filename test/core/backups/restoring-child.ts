import { prepareRestore } from '../../../core/backups/restore/prepare-restore';
import { decide, finishRestore } from '../../../core/backups/restore/staging';
import { inputFor, placesIn, stageBeside } from './restoring';

/** Restores a backup over a desk's files, as main does, until it is killed or through. argv: data folder, backup. */
const [, , folder = '', backup = ''] = process.argv;

process.stdout.write('begun\n');
const places = placesIn(folder);
const { staging, prepared } = prepareRestore(inputFor(places.database, backup));
stageBeside(staging);
decide(staging, { backupAt: prepared.backupAt, keptAs: null, setAside: null });
finishRestore(places);
