import Skeleton from '@mui/material/Skeleton';
import { Panel } from '../../components/panel';
import { RefusalAlert } from '../../components/refusal-alert';
import type { RequestError } from '../../ipc/client';

/** A panel before its first answer, in about its height, or why there is none. */
export function PanelSkeleton({ height, error }: { height: number; error: RequestError | null }) {
  return (
    <Panel>
      {error === null ? <Skeleton variant="rounded" height={height} /> : <RefusalAlert error={error} />}
    </Panel>
  );
}
