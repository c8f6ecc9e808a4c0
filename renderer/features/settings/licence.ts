import type { RequestOutput } from '../../../core/contract/index';

export type Licence = RequestOutput<'licence.get'>;
