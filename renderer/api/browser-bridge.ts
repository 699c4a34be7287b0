import type { Bridge } from '#contract/ipc.ts';
import type { Changed } from '#contract/form/topics.ts';
import { UnlinkedError, UnreachableError } from './link.ts';
import { topics } from '#contract/form/topics.ts';

/** The same door over HTTP: used where no preload opened one. */
export function browserBridge(): Bridge {
  const listeners = new Set<(changed: Changed) => void>();
  const tell = (changed: Changed): void => {
    for (const listener of listeners) listener(changed);
  };
  // One stream a page, whoever listens: a browser opens only a few to one place.
  let events: EventSource | null = null;
  return {
    shell: 'browser',
    invoke: async (name, input) => {
      const response = await post(`/api/${name}`, input);
      if (response.status === 401 || response.status === 410) throw new UnlinkedError();
      if (!response.ok) throw new UnreachableError(`answer ${response.status}`);
      return response.json();
    },
    onChanged: (listener) => {
      listeners.add(listener);
      events ??= eventStream(tell);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        events?.close();
        events = null;
      };
    },
  };
}

function eventStream(tell: (changed: Changed) => void): EventSource {
  const events = new EventSource('/api/events');
  let opened = false;
  events.addEventListener('open', () => {
    // EventSource reconnects by itself; what was said meanwhile is made up for by asking everything again.
    if (opened) tell({ topics });
    opened = true;
  });
  events.addEventListener('message', (event) => tell(JSON.parse(String(event.data)) as Changed));
  return events;
}

async function post(path: string, input: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(input),
    });
  } catch (cause) {
    throw new UnreachableError('no answer', { cause });
  }
}
