import { useEffect } from 'preact/hooks';
import { send } from '../bridge/send.ts';
import { terminal } from '../bridge/terminal.ts';
import { mayReport } from './presence.ts';

const inputs = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/** Tells the bridge that somebody is still touching the screen. */
export function usePresence(visitId: string): void {
  useEffect(() => {
    let lastReportAt: number | null = null;
    function report(): void {
      const now = performance.now();
      if (!mayReport(terminal.peek()?.visit.phase ?? 'idle', lastReportAt, now)) return;
      lastReportAt = now;
      void send({ type: 'visit/touch', visitId });
    }
    for (const input of inputs) addEventListener(input, report, { capture: true, passive: true });
    return () => {
      for (const input of inputs) removeEventListener(input, report, { capture: true });
    };
  }, [visitId]);
}
