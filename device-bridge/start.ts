import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fault } from '../content/common/faults.ts';
import { createApp } from './api/app.ts';
import { openDoor } from './api/listen.ts';
import { runCommand } from './api/run-command.ts';
import { visitView, worded } from './api/terminal-state.ts';
import type { TerminalState } from './api/types.ts';
import { certificatesAvailable } from './certificates/availability.ts';
import { isWorking } from './certificates/certificate-flow.ts';
import { createCertificateService } from './certificates/certificate-service.ts';
import { openPrintLedger } from './certificates/print-ledger.ts';
import { createSettlement } from './certificates/settlement.ts';
import type { BridgeConfig } from './config.ts';
import { openContent } from './content/open-content.ts';
import { createDock } from './dock/dock.ts';
import { createLog } from './log.ts';
import { openDevices } from './open-devices.ts';
import { createPlatformClient } from './platform/client.ts';
import { watchPlatform } from './platform/reachability.ts';
import { repeat } from './repeat.ts';
import { loadTrust } from './trust.ts';
import { createVisitKeeper } from './visit/visit-keeper.ts';

const pauses = { visitTickMs: 200, platformProbeMs: 5_000, settleMs: 30_000 } as const;

export interface Bridge {
  url: string;
  close(): Promise<void>;
}

/** Composition root of the terminal's own process: takes the door, makes the parts, joins them, and opens the door. */
export async function startBridge(config: BridgeConfig): Promise<Bridge> {
  const trust = await loadTrust(config);
  const door = await openDoor(config.port);
  mkdirSync(config.dataDir, { recursive: true });
  const log = createLog(config.logLevel);
  const listeners = new Set<() => void>();
  const screens = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const failed = (error: unknown): void =>
    log.error({ err: error instanceof Error ? error.stack : String(error) }, 'repeated task failed');

  const { reader, printer, readerHardware } = await openDevices(config, log);
  const platform = createPlatformClient(config.platform);
  const ledger = openPrintLedger(join(config.dataDir, 'print-ledger.sqlite'));
  const settlement = createSettlement(ledger, platform, log);
  const certificates = createCertificateService({
    reader,
    printer,
    platform,
    ledger,
    settlement,
    trustAnchorsPem: trust.sealAuthorities,
    log,
    now: () => new Date(),
    onCitizenSeen: () => visits.touch(),
  });
  const visits = createVisitKeeper({
    limits: { idleMs: config.visit.idleSeconds * 1000, warningMs: config.visit.warningSeconds * 1000 },
    onOther: visit => {
      certificates.wipe();
      log.info(visit.phase === 'idle' ? 'visit wiped' : 'visit started');
      if (visit.phase === 'idle') content.quiet();
    },
    onChange: changed,
  });
  const content = await openContent({
    ...{ config, factoryRoot: trust.contentRoot, platform, isIdle: visits.isIdle, log },
    kiosks: () => screens.size,
    onChange: changed,
  });
  const watch = watchPlatform(platform, reachable => {
    log.info({ reachable }, 'platform');
    changed();
    if (reachable) settlement.settle().catch(failed);
  });

  const state = (): TerminalState => ({
    mode: config.mode,
    terminal: { placeCode: config.terminal.placeCode, number: config.terminal.number },
    contentOrigin: config.content.publicUrl ?? config.content.origin,
    content: {
      digest: content.shown?.digest ?? null,
      fault: content.fault === null ? null : fault(content.fault),
    },
    devices: { idCardReader: worded(reader.status), certificatePrinter: worded(printer.status) },
    services: { certificates: certificatesAvailable(reader.status, printer.status, watch.reachable) },
    visit: visitView(visits.visit, certificates.flow),
  });

  reader.onStatus(changed);
  printer.onStatus(changed);
  certificates.onChange(changed);
  const stops = [
    repeat(pauses.visitTickMs, failed, async () => visits.tick(isWorking(certificates.flow))),
    repeat(pauses.platformProbeMs, failed, () => watch.probe()),
    repeat(pauses.settleMs, failed, () => settlement.settle()),
  ];

  const app = createApp({
    port: () => door.port,
    kioskDir: config.kioskDir,
    state,
    onState: (listener, screen) => {
      listeners.add(listener);
      if (screen) screens.add(listener);
      return () => {
        listeners.delete(listener);
        screens.delete(listener);
      };
    },
    command: command => runCommand(command, visits, certificates, content),
    generation: digest => (content.shown?.digest === digest ? content.shown.bytes : null),
    preview: (visitId, number) => (visits.isCurrent(visitId) ? certificates.preview(number) : null),
    dock: readerHardware === null ? null : createDock(readerHardware, config.certificatePrinter.peerControlUrl),
    log,
  });
  door.serve(app);
  log.info({ port: door.port, mode: config.mode }, 'bridge ready');

  return {
    url: `http://localhost:${door.port}`,
    close: async () => {
      await door.close();
      visits.end();
      await certificates.close();
      for (const stop of stops) await stop();
      await content.close();
      await Promise.all([reader.close(), printer.close()]);
      ledger.close();
    },
  };
}
