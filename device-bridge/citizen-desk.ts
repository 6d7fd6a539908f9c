import { join } from 'node:path';
import { isIdle } from './certificates/certificate-flow.ts';
import type { CertificateService } from './certificates/certificate-service.ts';
import type { CodeDesk } from './codes/code-desk.ts';
import type { BridgeConfig } from './config.ts';
import { guideSource } from './content/shown-guide.ts';
import type { ShownRecords } from './content/store/shown-records.ts';
import { createFarewellKeeper, type FarewellKeeper } from './farewell/farewell-keeper.ts';
import { createFeedbackDesk, type FeedbackDesk } from './feedback/feedback-desk.ts';
import { feedbackFile, openFeedbackQueue } from './feedback/feedback-queue.ts';
import { createGuidePrinting, type GuidePrinting } from './guide-print/guide-printing.ts';
import { createHelpDesk, type HelpDesk } from './help/help-desk.ts';
import { isOpen } from './help/help-flow.ts';
import type { Log } from './log.ts';
import type { Devices } from './open-devices/open-devices.ts';
import type { PlatformClient } from './platform/client.ts';
import { repeat } from './repeat.ts';

const pauses = { helpLookMs: 1_500, feedbackSendMs: 15_000, farewellTickMs: 250 } as const;

/** What a citizen may ask of the terminal besides certificates: a list to take along, a word about a guide, somebody who comes. */
export interface CitizenDesk {
  guidePrinting: GuidePrinting;
  feedback: FeedbackDesk;
  help: HelpDesk;
  farewell: FarewellKeeper;
  /** Another citizen: what the one before left must go. */
  clear(): void;
  close(): Promise<void>;
}

export function openCitizenDesk(parts: {
  config: BridgeConfig;
  contentOrigin: string;
  content: { records: ShownRecords; shown: { digest: string } | null };
  devices: Devices;
  platform: PlatformClient;
  certificates: Pick<CertificateService, 'flow' | 'underWay'>;
  codes: Pick<CodeDesk, 'scanned'>;
  log: Log;
  onChange(): void;
  onDefect(message: string): (error: unknown) => void;
}): CitizenDesk {
  const { config, contentOrigin, content, devices, platform, certificates, codes, log, onChange, onDefect } = parts;
  const { terminal } = config;
  const { certificatePrinter, receiptPrinter, idCardReader, socialSecurityCard, scanner } = devices;
  const guides = guideSource(content.records, terminal.placeCode);
  const now = (): Date => new Date();
  const guidePrinting = createGuidePrinting({
    ...{ guides, certificatePrinter, receiptPrinter, terminal, contentOrigin, now },
    onChange: () => {
      if (guidePrinting.flow.used > 0) farewell.paperMoved();
      onChange();
    },
    onDefect: onDefect('the checklist cannot be set'),
  });
  const queue = openFeedbackQueue(join(config.dataDir, feedbackFile));
  const contentDigest = (): string | null => content.shown?.digest ?? null;
  const feedback = createFeedbackDesk({ queue, guides, contentDigest, send: platform.feedback, now, onChange, log });
  const line = { open: platform.openCall, look: platform.lookAtCall, end: platform.endCall };
  const help = createHelpDesk({ line, guides, terminal, now, onChange, log });
  const farewell: FarewellKeeper = createFarewellKeeper({
    checks: [
      { name: 'certificates', clean: () => isIdle(certificates.flow) },
      { name: 'certificate-preview', clean: () => !('document' in certificates.flow) },
      { name: 'certificates-under-way', clean: () => certificates.underWay === 0 },
      { name: 'id-card-reader', clean: () => idCardReader.status.state !== 'reading' },
      { name: 'social-security-card-reader', clean: () => socialSecurityCard?.status.state !== 'reading' },
      { name: 'scanner', clean: () => scanner?.status.state !== 'scanning' },
      { name: 'codes', clean: () => codes.scanned === null },
      { name: 'guide-print', clean: () => guidePrinting.flow.step.step === 'idle' && !guidePrinting.busy },
      { name: 'feedback', clean: () => feedback.given.length === 0 },
      { name: 'help-call', clean: () => !isOpen(help.flow) },
    ],
    cardLies: () =>
      ['card-present', 'unreadable'].includes(idCardReader.status.state) ||
      socialSecurityCard?.status.state === 'card-present',
    originalsLie: () => scanner?.status.state === 'ready' && scanner.status.feederLoaded === true,
    onChange,
  });
  const stops = [
    repeat(pauses.helpLookMs, onDefect('a call for help cannot be followed'), () => help.look()),
    repeat(pauses.feedbackSendMs, onDefect('feedback cannot be sent'), () => feedback.send()),
    repeat(pauses.farewellTickMs, onDefect('the farewell cannot be looked at'), async () => farewell.tick()),
  ];
  return {
    ...{ guidePrinting, feedback, help, farewell },
    clear: () => {
      guidePrinting.drop();
      feedback.clear();
      help.end();
    },
    close: async () => {
      await guidePrinting.close();
      for (const stop of stops) await stop();
      await help.close();
      queue.close();
    },
  };
}
