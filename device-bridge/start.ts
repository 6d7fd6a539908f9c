import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fault, Refusal } from '../content/common/faults.ts';
import { createVisitKeeper } from '../content/common/visit/visit-keeper.ts';
import { createApp } from './api/app.ts';
import { openDoor } from './api/listen.ts';
import { runCommand } from './api/run-command.ts';
import { devicesView, visitView } from './api/terminal-state.ts';
import type { TerminalState } from './api/types.ts';
import { isMovingPaper, isWorking } from './certificates/certificate-flow.ts';
import { createCertificateService } from './certificates/certificate-service.ts';
import { openPrintLedger } from './certificates/print-ledger.ts';
import { createSettlement } from './certificates/settlement.ts';
import { openCitizenDesk } from './citizen-desk.ts';
import { createCodeDesk } from './codes/code-desk.ts';
import { createCodeInlet } from './codes/code-inlet.ts';
import { sampleCodes } from './codes/sample-codes.ts';
import type { BridgeConfig } from './config.ts';
import { openContent } from './content/open-content.ts';
import type { CodeAddresses } from './devices/code-reader/scanned-code.ts';
import { createDock } from './dock/dock.ts';
import { isPrintingGuide } from './guide-print/guide-print-flow.ts';
import { createHealth } from './health/health.ts';
import { healthFile, openHealthStore } from './health/health-store.ts';
import { createReportPrinting } from './health/report-printing.ts';
import { servicesNow } from './health/services.ts';
import { createLog } from './log.ts';
import { openDevices } from './open-devices/open-devices.ts';
import { createPlatformClient } from './platform/client.ts';
import { watchPlatform } from './platform/reachability.ts';
import { repeat } from './repeat.ts';
import { loadTrust } from './trust.ts';

const pauses = { visitTickMs: 200, platformProbeMs: 5_000, settleMs: 30_000 } as const;

export interface Bridge {
  url: string;
  close(): Promise<void>;
}

/** What stands in the codes of this district. */
function codeAddresses({ platform, codeReader }: BridgeConfig, contentOrigin: string): CodeAddresses {
  const verificationUrl = new URL('v/', platform.publicUrl).href;
  const pattern = codeReader?.citizenCode;
  return { verificationUrl, contentOrigin, ...(pattern === undefined ? {} : { citizenCode: new RegExp(pattern) }) };
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
  const defect =
    (message: string) =>
    (error: unknown): void =>
      log.error({ err: error instanceof Error ? error.stack : String(error) }, message);
  const failed = defect('repeated task failed');

  const healthStore = openHealthStore(join(config.dataDir, healthFile), defect('health is not remembered'));
  const {
    devices,
    fitted,
    hardware,
    close: closeDevices,
  } = await openDevices(config, {
    terminalId: config.terminal.id,
    ownsJobs: true,
    sheetCounter: healthStore.sheetCounter,
    log: (device, message) => log.warn({ device }, message),
  });
  const platform = createPlatformClient(config.platform);
  const ledger = openPrintLedger(join(config.dataDir, 'print-ledger.sqlite'));
  const settlement = createSettlement(ledger, platform, log);
  const certificates = createCertificateService({
    reader: devices.idCardReader,
    printer: devices.certificatePrinter,
    platform,
    ledger,
    settlement,
    trustAnchorsPem: trust.sealAuthorities,
    log,
    now: () => new Date(),
    onCitizenSeen: () => visits.touch(),
  });
  const codes = createCodeDesk({ verify: platform.verify, onChange: changed });
  const visits = createVisitKeeper({
    limits: { idleMs: config.visit.idleSeconds * 1000, warningMs: config.visit.warningSeconds * 1000 },
    onOther: visit => {
      if (isMovingPaper(certificates.flow)) desk.farewell.paperMoved();
      certificates.wipe();
      codes.clear();
      desk.clear();
      log.info(visit.phase === 'idle' ? 'visit wiped' : 'visit started');
      if (visit.phase !== 'idle') {
        desk.farewell.started();
        return;
      }
      devices.idCardReader.lookForLeftCard();
      desk.farewell.ended();
      content.quiet();
    },
    onChange: changed,
  });
  const contentOrigin = config.content.publicUrl ?? config.content.origin;
  const content = await openContent({
    ...{ config, factoryRoot: trust.contentRoot, platform, isIdle: visits.isIdle, log },
    kiosks: () => screens.size,
    onChange: changed,
  });
  const desk = openCitizenDesk({
    ...{ config, contentOrigin, content, devices, platform, certificates, codes, log },
    ...{ onChange: changed, onDefect: defect },
  });
  const watch = watchPlatform(platform, reachable => {
    log.info({ reachable }, 'platform');
    changed();
    if (!reachable) return;
    settlement.settle().catch(failed);
    desk.feedback.send().catch(failed);
  });

  const services = () => servicesNow(health.statuses(), watch.reachable);
  const health = createHealth({
    ...{ fitted, store: healthStore },
    printing: createReportPrinting({ ...devices, onDefect: defect('the report cannot be set') }),
    surroundings: () => ({
      mode: config.mode,
      terminal: config.terminal,
      services: services(),
      platformReachable: watch.reachable,
      contentDigest: content.shown?.digest ?? null,
    }),
    now: () => new Date(),
    onChange: changed,
    onFault: (device, name) => log.warn({ device, fault: name }, 'device fault'),
  });
  const state = (): TerminalState => ({
    mode: config.mode,
    terminal: { placeCode: config.terminal.placeCode, number: config.terminal.number },
    contentOrigin,
    content: {
      digest: content.shown?.digest ?? null,
      fault: content.fault === null ? null : fault(content.fault),
    },
    devices: devicesView(devices),
    services: services(),
    visit: visitView(visits.visit, {
      ...{ certificates: certificates.flow, scanned: codes.scanned, guidePrint: desk.guidePrinting.flow },
      ...{ feedbackGiven: desk.feedback.given, help: desk.help.flow, farewell: desk.farewell.view },
    }),
  });
  const inlet = createCodeInlet({ visits, certificates, codes, addresses: codeAddresses(config, contentOrigin) });

  certificates.onChange(() => {
    if (isMovingPaper(certificates.flow)) desk.farewell.paperMoved();
    changed();
  });
  const deafen = devices.codeReader?.onCode(inlet.take);
  const stops = [
    repeat(pauses.visitTickMs, failed, async () =>
      visits.tick(isWorking(certificates.flow) || isPrintingGuide(desk.guidePrinting.flow)),
    ),
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
    command: command => runCommand(command, { visits, certificates, content, codes, inlet, health, ...desk }),
    readiness: health.readiness,
    generation: digest => (content.shown?.digest === digest ? content.shown.bytes : null),
    searchIndex: digest => (content.shown?.searchDigest === digest ? content.shown.searchIndex : null),
    speechPack: content.speechPack,
    preview: (visitId, number) => (visits.isCurrent(visitId) ? certificates.preview(number) : null),
    holder: visitId => {
      if (!visits.isCurrent(visitId)) throw new Refusal('visit-over');
      if (certificates.holder === null) throw new Refusal('not-now', 'no card was read');
      const { name, idNumber } = certificates.holder.reveal();
      return { name, idNumber };
    },
    dock:
      config.mode === 'demo' ? createDock(hardware, () => sampleCodes(contentOrigin, config.platform.publicUrl)) : null,
    log,
  });
  door.serve(app);
  log.info({ port: door.port, mode: config.mode }, 'bridge ready');

  return {
    url: `http://localhost:${door.port}`,
    close: async () => {
      await door.close();
      // A code that is shown now must not begin a visit that nobody ends.
      deafen?.();
      visits.end();
      await certificates.close();
      for (const stop of stops) await stop();
      await desk.close();
      await content.close();
      await health.close();
      await closeDevices();
      ledger.close();
      healthStore.close();
    },
  };
}
