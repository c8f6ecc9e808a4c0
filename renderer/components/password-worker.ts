import { estimate, type PasswordEstimate } from './password-estimate';

export interface EstimateQuestion {
  id: number;
  password: string;
  ownWords: readonly string[];
}

export interface EstimateAnswer {
  id: number;
  estimate: PasswordEstimate;
}

/** A thread of its own: the window goes on taking keystrokes while the dictionaries are made ready. */
self.onmessage = ({ data }: MessageEvent<EstimateQuestion>) => {
  const answer: EstimateAnswer = { id: data.id, estimate: estimate(data.password, data.ownWords) };
  self.postMessage(answer);
};
