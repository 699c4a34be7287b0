import {
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { LineId } from '#domain/ids.ts';
import type { ScanCommand } from '#domain/nomenclature.ts';
import { useDoor } from '../api/api.tsx';
import { call } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useKey } from '../keys/keys.tsx';
import { learningProfile, profileFor } from './burst.ts';
import { commandIn, keyOfCommand } from './commands.ts';
import { listenToDevices } from './devices.ts';
import { listenToKeyboard } from './keyboard.ts';
import { useLeading } from './leading.ts';
import { type Question, ScanQuestion } from './scan-question.tsx';
import { type LoggedScan, type Scan, logged } from './scan.ts';
import { type Sounds, createSounds } from './sound.ts';
import { createWedge } from './wedge.ts';

/** What a screen that takes scans for itself says of one: its own yes or no, or `pass` for the usual way. */
export type Taken = 'yes' | 'no' | 'pass';
export type ScanTarget = (scan: Scan) => Taken | Promise<Taken>;

interface Scanner {
  readonly targets: ScanTarget[];
  readonly sounds: Sounds;
  /** The line that the last scan added, so that the eye finds it. */
  readonly added: LineId | null;
  readonly lastScanAt: Date | null;
  /** Takes a code the very way of one that was scanned. */
  readonly take: (scan: Scan) => void;
  /** The last scans, newest first, without what was in them. */
  readonly log: readonly LoggedScan[];
  /** While set, any rhythm is a scan: only where nothing can be typed. */
  readonly learn: (on: boolean) => void;
}

const longestLog = 100;

const ScannerContext = createContext<Scanner | null>(null);

export function ScanProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const sounds = useMemo(() => createSounds(), []);
  const [targets] = useState<ScanTarget[]>(() => []);
  const [question, setQuestion] = useState<Question | null>(null);
  const [added, setAdded] = useState<LineId | null>(null);
  const [log, setLog] = useState<readonly LoggedScan[]>([]);
  const [learning, learn] = useState(false);
  const { bridge } = useDoor();
  const { wedge } = useDesk().scanner;
  const route = useLeading(sounds, setQuestion, setAdded);
  const latest = useRef(route);
  useLayoutEffect(() => {
    latest.current = route;
  });
  // One after the other: two quick scans keep their order.
  const queue = useRef<Promise<void>>(Promise.resolve());
  const take = useCallback(
    (scan: Scan): void => {
      const onScan = async (): Promise<void> => {
        setLog((last) => [logged(scan, new Date()), ...last].slice(0, longestLog));
        for (const target of targets.toReversed()) {
          const taken = commandIn(scan.readings) ? 'pass' : await target(scan);
          if (taken === 'pass') continue;
          sounds[taken]();
          return;
        }
        await latest.current(scan);
      };
      queue.current = queue.current.then(onScan).catch(() => sounds.no());
    },
    [sounds, targets],
  );
  const set = JSON.stringify(wedge);
  useEffect(() => {
    const profile = learning ? learningProfile : profileFor(JSON.parse(set) as typeof wedge);
    return listenToKeyboard((typed) => take({ ...typed, from: 'keyboard' }), createWedge({ profile }));
  }, [take, learning, set]);
  useEffect(
    () =>
      listenToDevices({
        onChanged: bridge.onChanged,
        next: async () => {
          const answer = await call(bridge, 'takeScan', {});
          return answer.ok ? answer.value : null;
        },
        onScan: take,
      }),
    [bridge, take],
  );
  const lastScanAt = log[0]?.at ?? null;
  const scanner = useMemo(
    () => ({ targets, sounds, added, lastScanAt, take, log, learn }),
    [targets, sounds, added, lastScanAt, take, log],
  );
  return (
    <ScannerContext value={scanner}>
      {children}
      {question && <ScanQuestion question={question} onDone={() => setQuestion(null)} />}
    </ScannerContext>
  );
}

export function useScanner(): Scanner {
  const scanner = useContext(ScannerContext);
  if (!scanner) throw new Error('useScanner outside ScanProvider');
  return scanner;
}

/** Takes scans for this screen while mounted; `null` leaves them. The last one mounted is asked first. */
export function useScanTarget(target: ScanTarget | null): void {
  const { targets } = useScanner();
  const latest = useRef(target);
  useLayoutEffect(() => {
    latest.current = target;
  });
  const active = target !== null;
  useEffect(() => {
    if (!active) return undefined;
    const ask: ScanTarget = (scan) => latest.current?.(scan) ?? 'pass';
    targets.push(ask);
    return () => {
      targets.splice(targets.indexOf(ask), 1);
    };
  }, [active, targets]);
}

/** Runs once something was scanned after mounting: a dialog that only explains makes way. */
export function useAfterScan(run: () => void): void {
  const { lastScanAt } = useScanner();
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const before = useRef(lastScanAt);
  useEffect(() => {
    if (lastScanAt !== before.current) latest.current();
  }, [lastScanAt]);
}

/** Runs when the printed code is scanned: `exact` and `next`; `ok` and `back` are the Enter and Escape keys. */
export function useCommand(command: Extract<ScanCommand, 'exact' | 'next'>, run: (() => void) | null): void {
  useKey(keyOfCommand[command], run);
}
