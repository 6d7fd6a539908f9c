import { useEffect, useState } from 'preact/hooks';
import type { FarewellView } from '../../../device-bridge/api/types.ts';
import { type OwnCheck, ownChecks } from './own-checks.ts';
import { type Verdict, verdict } from './verdict.ts';

const delays = {
  lookAgainMs: 500,
  /** What is under way when a visit ends (a print that is called off, a card that is read) lets go within this. */
  patienceMs: 3_000,
} as const;

/** Looks into this page and its browser, again until all is clean, and joins it with what the bridge found. */
export function useVerdict(view: FarewellView): Verdict {
  const [own, setOwn] = useState<OwnCheck[] | null>(null);
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    let isOver = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const found = await ownChecks();
      if (isOver) return;
      setOwn(found);
      if (found.some(({ clean }) => !clean)) again = setTimeout(look, delays.lookAgainMs);
    };
    void look();
    const patience = setTimeout(() => setPatient(false), delays.patienceMs);
    return () => {
      isOver = true;
      clearTimeout(again);
      clearTimeout(patience);
    };
  }, []);
  return verdict(view, own, patient);
}
