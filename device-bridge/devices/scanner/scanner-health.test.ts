import { expect, test } from 'vitest';
import { nextAttempt } from './scan-attempts.ts';
import { failedAttempt, type Look } from './scanner-backend.ts';
import { esclDelays } from './scanner-delays.ts';
import { afterScan, beforeNextLook, judge, unknownHealth } from './scanner-health.ts';

const ready: Look = { seen: 'ready', feederLoaded: true, identity: null };
const lost: Look = { seen: 'nothing', fault: 'scanner-absent', detail: '' };

test('is absent until it was seen, and asks for the slow probe', () => {
  expect(judge(unknownHealth, lost).status).toEqual({ state: 'absent', fault: 'scanner-absent' });
  expect(beforeNextLook(unknownHealth, esclDelays).pauseMs).toBe(esclDelays.probeMs);
});

test('climbs retry, reset and report before it calls a scanner lost, and is well again at once', () => {
  let health = judge(unknownHealth, ready);
  expect(beforeNextLook(health, esclDelays)).toEqual({ reset: false, pauseMs: esclDelays.idlePollMs });
  health = judge(health, lost);
  expect(health.status.state).toBe('ready');
  expect(beforeNextLook(health, esclDelays)).toEqual({ reset: false, pauseMs: esclDelays.retryMs });
  health = judge(health, lost);
  expect(health.status.state).toBe('ready');
  expect(beforeNextLook(health, esclDelays)).toEqual({ reset: true, pauseMs: esclDelays.retryMs });
  health = judge(health, lost);
  expect(health.status).toEqual({ state: 'absent', fault: 'scanner-absent' });
  expect(beforeNextLook(health, esclDelays)).toEqual({ reset: true, pauseMs: esclDelays.probeMs });
  expect(judge(health, ready)).toEqual({ status: { state: 'ready', feederLoaded: true }, rung: 0 });
});

test('takes a fault that the scanner names at its word', () => {
  const health = judge(unknownHealth, { seen: 'attention', fault: 'scanner-cover-open', identity: null });
  expect(health).toEqual({ status: { state: 'attention', fault: 'scanner-cover-open' }, rung: 0 });
});

test('keeps a jam that only the scan told of, and no other fault', () => {
  const health = judge(unknownHealth, ready);
  expect(afterScan(health, 'scanner-jammed').status).toEqual({ state: 'attention', fault: 'scanner-jammed' });
  expect(afterScan(health, 'scanner-no-paper')).toBe(health);
});

const flatbed = { source: 'flatbed', colour: 'colour', dpi: 300 } as const;
const soFar = { request: flatbed, pages: 0, broken: 1, elapsedMs: 0 };

test('scans the glass a second time after a break, never a third', () => {
  const broken = failedAttempt('scanner-silent', '', 'broken');
  expect(nextAttempt(broken, soFar, esclDelays)).toEqual({ reset: true, pauseMs: esclDelays.retryMs });
  expect(nextAttempt(broken, { ...soFar, broken: 2 }, esclDelays)).toBeNull();
});

test('never repeats a stack, nor what the scanner refuses, nor a scan with pages', () => {
  const broken = failedAttempt('scanner-silent', '', 'broken');
  expect(nextAttempt(broken, { ...soFar, request: { ...flatbed, source: 'feeder' } }, esclDelays)).toBeNull();
  expect(nextAttempt(failedAttempt('scanner-refused', ''), soFar, esclDelays)).toBeNull();
  expect(nextAttempt(failedAttempt('scanner-busy', '', 'busy'), { ...soFar, pages: 1 }, esclDelays)).toBeNull();
});

test('waits for a busy scanner as long as it may', () => {
  const busy = failedAttempt('scanner-busy', '', 'busy');
  expect(nextAttempt(busy, soFar, esclDelays)).toEqual({ reset: false, pauseMs: esclDelays.busyRetryMs });
  expect(nextAttempt(busy, { ...soFar, elapsedMs: esclDelays.busyLimitMs }, esclDelays)).toBeNull();
});
