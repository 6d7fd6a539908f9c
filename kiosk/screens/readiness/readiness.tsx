import '../../ui/card.css';
import './readiness.css';
import { ArrowLeft } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { Readiness } from '../../../device-bridge/api/types.ts';
import { visitId } from '../../bridge/terminal.ts';
import { readinessOpen } from '../../frame/readiness-door.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Both } from './both.tsx';
import { DeviceCard } from './device-card.tsx';
import { useReadiness } from './follow-readiness.ts';
import { PrintReport } from './print-report.tsx';
import { Surroundings } from './surroundings.tsx';
import { momentOf } from './words.ts';

/** A technician who walked away leaves the terminal to the citizens. */
const leftAloneMs = 180_000;

/** Every device of this terminal, for technicians and staff: nothing personal, both languages at once. */
export function ReadinessScreen() {
  const { readiness, lost } = useReadiness();
  useLeaving();
  return (
    <Modal label="设备检查 Readiness" kind="cover">
      <div class="readiness">
        {readiness === null ? <Loading /> : <Head readiness={readiness} lost={lost} />}
        <ScrollArea>
          {readiness !== null && (
            <ul class="readiness-devices">
              {readiness.devices.map(device => (
                <DeviceCard key={device.device} device={device} />
              ))}
              <Surroundings readiness={readiness} />
            </ul>
          )}
        </ScrollArea>
        <div class="readiness-actions">
          <Button kind="outline" size="main" icon={ArrowLeft} label="返回 Back" onPress={close} />
          {readiness !== null && <PrintReport report={readiness.report} />}
        </div>
      </div>
    </Modal>
  );
}

function Head({ readiness, lost }: { readiness: Readiness; lost: boolean }) {
  const failing = readiness.devices.filter(({ works }) => !works).length;
  const { id, placeCode, number } = readiness.terminal;
  return (
    <header class="readiness-head">
      <div>
        <h1>
          <Both of={{ zh: '设备检查', en: 'Readiness' }} />
        </h1>
        <p>
          {placeCode}-{number} · {id} · {momentOf(readiness.at)}
        </p>
      </div>
      {lost ? (
        <Tag tone="alarm">设备程序没有回答 No answer</Tag>
      ) : failing === 0 ? (
        <Tag tone="go">全部正常 All work</Tag>
      ) : (
        <Tag tone="alarm">{`${failing} 样不能用 ${failing} failing`}</Tag>
      )}
    </header>
  );
}

function close(): void {
  // An address that opened it must not open it again when the page is loaded anew.
  if (location.search !== '') history.replaceState(null, '', '/');
  readinessOpen.value = false;
}

/** Goes when nobody touches it any more, and when a citizen comes. */
function useLeaving(): void {
  useEffect(() => {
    const openedFor = visitId.peek();
    const stop = visitId.subscribe(now => {
      if (now !== null && now !== openedFor) close();
    });
    let timer = setTimeout(close, leftAloneMs);
    const stay = (): void => {
      clearTimeout(timer);
      timer = setTimeout(close, leftAloneMs);
    };
    for (const input of ['pointerdown', 'keydown', 'wheel']) addEventListener(input, stay, { capture: true });
    return () => {
      stop();
      clearTimeout(timer);
      for (const input of ['pointerdown', 'keydown', 'wheel']) removeEventListener(input, stay, { capture: true });
    };
  }, []);
}
