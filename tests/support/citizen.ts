import type { CertificatesView, Command, TerminalState } from '../../device-bridge/api/types.ts';
import { stateWhen } from './events.ts';

/** A citizen who gives the kiosk's commands straight to the bridge, for what does not need a screen. */
export interface Citizen {
  visitId: string;
  give(command: { type: string; [key: string]: unknown }): Promise<void>;
  /** Waits until the certificates are at this step. */
  reaches<S extends CertificatesView['step']>(step: S): Promise<CertificatesView & { step: S }>;
}

export async function citizenAt(kioskUrl: string): Promise<Citizen> {
  await send(kioskUrl, { type: 'visit/start' });
  const { visit } = await stateWhen(kioskUrl, 'a visit', state => state.visit.phase === 'present');
  const visitId = visit.phase === 'idle' ? '' : visit.id;
  return {
    visitId,
    give: command => send(kioskUrl, { ...command, visitId } as Command),
    reaches: async step => {
      const at = (state: TerminalState): boolean =>
        state.visit.phase !== 'idle' && state.visit.certificates.step === step;
      const { visit } = await stateWhen(kioskUrl, `step ${step}`, at);
      if (visit.phase === 'idle') throw new Error('the visit is over');
      return visit.certificates as CertificatesView & { step: typeof step };
    },
  };
}

async function send(kioskUrl: string, command: Command): Promise<void> {
  const response = await fetch(new URL('/api/command', kioskUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
  });
  if (!response.ok) throw new Error(`${command.type} was refused: ${await response.text()}`);
}
