import { useAsk } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';

/** The demonstration point has no headquarters: no closed day leaves it, and no screen may promise so. */
export function useSendsNothing(): boolean {
  const { demo } = useDesk();
  const { data } = useAsk('settings', {}, { enabled: demo });
  return demo && data?.headquartersUrl == null;
}
