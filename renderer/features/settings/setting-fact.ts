import type { Fact } from '../../components/facts';

/** A setting in words: for those who may only read it, and to say what somebody else has changed. */
export interface SettingFact extends Fact {
  field: string;
  value: string;
}
