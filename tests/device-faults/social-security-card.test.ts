import { afterAll, beforeAll, describe, expect, onTestFinished, vi } from 'vitest';
import {
  createBench,
  sampleChip,
  shown,
  unreadable,
  waiting,
} from '../../device-bridge/devices/social-security-card/card.test-support.ts';
import { holderFile } from '../../device-bridge/devices/social-security-card/card-data.ts';
import { type CardDelays, cardDelays } from '../../device-bridge/devices/social-security-card/card-delays.ts';
import { createSocialSecurityCardReader } from '../../device-bridge/devices/social-security-card/driver.ts';
import { pcscTerminal } from '../../device-bridge/devices/social-security-card/pcsc-terminal.ts';
import type { ChipCard } from '../../device-bridge/devices/social-security-card/simulator/sample-social-security-cards.ts';
import type { SocialSecurityCardReader } from '../../device-bridge/devices/social-security-card/types.ts';
import { deviceFaultTests } from './prove.ts';
import { socialSecurityCardFaults } from './social-security-card-faults.ts';
import { createPcscDaemon, type PcscDaemon, type VirtualCard } from './social-security-card-pcscd.ts';

const proves = deviceFaultTests(socialSecurityCardFaults);
const patience = { timeout: 20_000, interval: 10 };
const delays: CardDelays = {
  ...cardDelays,
  ...{ openMs: 1500, watchMs: 500, watchGraceMs: 500, connectMs: 1000, transmitMs: 400, disconnectMs: 400 },
  ...{ retryMs: 50, probeMs: 100, libraryProbeMs: 100 },
};
const wang = sampleChip('wang-xiaoming');
const read = {
  outcome: 'read',
  card: {
    ...{ idNumber: '331003199005120018', name: '王小明', cardNumber: 'T00000018', issuerCode: '331000' },
    ...{ issuedOn: '2019-03-01', validTo: '2029-03-01', atr: '3B6800005353534530300300' },
  },
};

describe('a social-security card reader behind the real PC/SC', () => {
  let daemon: PcscDaemon;
  /** One driver for all these tests: none of the faults may need a restart. */
  let reader: SocialSecurityCardReader;
  const becomes = (...wanted: string[]) => vi.waitUntil(() => wanted.includes(shown(reader.status)), patience);

  beforeAll(async () => {
    daemon = await createPcscDaemon();
    process.env.PCSCLITE_CSOCK_NAME = daemon.socketFile;
    reader = createSocialSecurityCardReader({ terminal: pcscTerminal(), delays });
  });
  afterAll(async () => {
    await reader.close();
    await daemon.remove();
    delete process.env.PCSCLITE_CSOCK_NAME;
  });

  /** A call that its test leaves behind must not take the next one's card. */
  function asking(): AbortSignal {
    const leaving = new AbortController();
    onTestFinished(() => leaving.abort());
    return leaving.signal;
  }
  const lying = new Set<VirtualCard>();
  async function started(): Promise<void> {
    for (const card of lying) card.pull();
    lying.clear();
    await daemon.start();
    await becomes('ready');
  }
  /**
   * As a citizen does: out and in again when nothing happens. A card that comes within pcscd's 0.4 s after another was
   * pulled may stay unseen.
   */
  async function putIn(chip: ChipCard, prepare: (card: VirtualCard) => void = () => {}): Promise<VirtualCard> {
    for (;;) {
      const card = await daemon.insert(chip);
      lying.add(card);
      prepare(card);
      // Long enough for a busy machine: one that is pulled just as it is met would be called unreadable.
      const seen = vi.waitUntil(() => card.powered, { timeout: 4_000, interval: 10 });
      if (await seen.catch(() => false)) return card;
      card.pull();
    }
  }
  async function pulled(card: VirtualCard): Promise<void> {
    card.pull();
    await becomes('ready');
  }

  proves('no-service', async () => {
    await daemon.kill();
    await becomes('absent social-security-reader-absent');
    const reading = reader.readCard(asking());
    await started();
    expect(reader.identity?.model).toBe('Virtual PCD');
    const card = await putIn(wang);
    expect(await reading).toEqual(read);
    await becomes('card-present');
    await pulled(card);
    return 1;
  });

  proves('foreign-card', async () => {
    await started();
    const reading = reader.readCard(asking());
    const card = await putIn(sampleChip('bank-card'));
    expect(await reading).toEqual({ outcome: 'unreadable', fault: 'social-security-card-unknown' });
    await pulled(card);
    return 1;
  });

  proves('card-pulled', async () => {
    await started();
    const first = reader.readCard(asking());
    let commands = 0;
    await putIn(wang, card => {
      card.beforeCommand = () => {
        commands += 1;
        if (commands === 4) card.pull();
      };
    });
    expect(await first).toEqual(unreadable);
    await becomes('ready');
    const again = reader.readCard(asking());
    const back = await putIn(wang);
    expect(await again).toEqual(read);
    await pulled(back);
    return 1;
  });

  proves('slow-card', async () => {
    await started();
    const reading = reader.readCard(asking());
    const card = await putIn(wang, card => Object.assign(card, { answerAfterMs: 60 }));
    expect(await reading).toEqual(read);
    await pulled(card);
    return 1;
  });

  proves('card-hangs', async () => {
    await started();
    const reading = reader.readCard(asking());
    const card = await putIn(wang, card => Object.assign(card, { answerAfterMs: 'never' }));
    expect(await reading).toEqual(unreadable);
    await pulled(card);
    const next = reader.readCard(asking());
    const other = await putIn(wang);
    expect(await next).toEqual(read);
    await pulled(other);
    return 1;
  });

  proves('service-killed', async () => {
    await started();
    const reading = reader.readCard(asking());
    let commands = 0;
    const killed = Promise.withResolvers<void>();
    await putIn(wang, card => {
      card.beforeCommand = () => {
        commands += 1;
        if (commands === 3) killed.resolve(daemon.kill());
      };
    });
    await killed.promise;
    await daemon.start();
    const back = await putIn(wang);
    expect(await reading).toEqual(read);
    await becomes('card-present');
    await pulled(back);
    return 1;
  });

  proves('service-hangs', async () => {
    await started();
    daemon.freeze(true);
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 20);
    await becomes('faulted social-security-reader-failed');
    clearInterval(counting);
    expect(turns).toBeGreaterThan(20);
    daemon.freeze(false);
    await becomes('ready');
    return 1;
  });
});

describe('a social-security card reader', () => {
  proves('no-library', async () => {
    const before = process.env.NODE_OPTIONS;
    const hook = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name === 'smartcard') throw new Error('not installed');
        return next(name, context);
      } });`;
    process.env.NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(hook)}`;
    onTestFinished(() => {
      if (before === undefined) delete process.env.NODE_OPTIONS;
      else process.env.NODE_OPTIONS = before;
    });
    const reader = createSocialSecurityCardReader({ terminal: pcscTerminal(), delays });
    onTestFinished(() => reader.close());
    await vi.waitUntil(() => shown(reader.status) === 'absent social-security-library-missing', patience);
    return 1;
  });

  proves('no-reader', async () => {
    const { reader, hardware, insert, becomes } = createBench();
    await becomes('ready');
    const reading = reader.readCard(waiting());
    hardware.plug(false);
    await becomes('absent social-security-reader-absent');
    hardware.plug(true);
    await becomes('ready');
    insert(wang);
    expect(await reading).toEqual(read);
    return 1;
  });

  proves('garbage', async () => {
    const answers = [[], [0x90], [0x6f, 0x00], [0x61, 0x00], [0x6c, 0x05], [1, 2, 3, 0x90, 0x00]];
    for (const answer of answers) {
      const { reader, insert } = createBench();
      insert(wang).faults.garbage = Uint8Array.from(answer);
      expect(await reader.readCard(waiting())).toEqual(unreadable);
      await reader.close();
    }
    return answers.length;
  });

  proves('mute', async () => {
    const { reader, insert, faults, becomes } = createBench();
    faults.mute = true;
    insert(wang);
    expect(await reader.readCard(waiting())).toEqual(unreadable);
    await becomes('card-present');
    return 1;
  });

  proves('needs-pin', async () => {
    const { reader, insert } = createBench();
    insert(wang).faults.locked = new Set([holderFile]);
    expect(await reader.readCard(waiting())).toEqual({
      ...{ outcome: 'unreadable', fault: 'social-security-card-unusable' },
    });
    return 1;
  });

  proves('session-blip', async () => {
    const { reader, insert, stopService, seen, becomes } = createBench();
    await becomes('ready');
    const reading = reader.readCard(waiting());
    for (let time = 0; time < 3; time += 1) {
      stopService();
      await new Promise(resolve => setImmediate(resolve));
    }
    insert(wang);
    expect(await reading).toEqual(read);
    expect(seen).toEqual(['ready', 'reading', 'card-present']);
    return 3;
  });
});
