import './device-card.css';
import { CircleCheck, CircleX } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { DeviceReadiness } from '../../../device-bridge/api/types.ts';
import { Icon } from '../../ui/icon.tsx';
import { Both } from './both.tsx';
import { detailWords, deviceNames, momentOf, selfTests, type Both as Words } from './words.ts';

/** One device as a technician needs it: found, what it says it is, self-test, last fault, what to do. */
export function DeviceCard({ device }: { device: DeviceReadiness }) {
  const name = deviceNames[device.device];
  const { works, identity, lastFault } = device;
  const model = modelOf(identity);
  return (
    <li class={`card ready-card ${works ? 'ready-works' : 'ready-fails'}`}>
      <div class="ready-card-head">
        <Icon of={name.icon} />
        <h2>
          <Both of={name} />
        </h2>
      </div>
      <p class="ready-state">
        <Icon of={works ? CircleCheck : CircleX} />
        <span>
          <Both of={works ? { zh: '正常', en: 'works' } : { zh: '不能用', en: 'fails' }} />
          <span class="ready-word">{device.found ? device.state : '未找到 not found'}</span>
        </span>
      </p>
      <Fault device={device} />
      <dl>
        <Line name={{ zh: '连接', en: 'Address' }}>
          <span class="ready-address">{device.address}</span>
        </Line>
        {model !== '' && <Line name={{ zh: '型号', en: 'Model' }}>{model}</Line>}
        {identity?.serialNumber != null && <Line name={{ zh: '序列号', en: 'Serial' }}>{identity.serialNumber}</Line>}
        {identity?.firmware != null && <Line name={{ zh: '固件', en: 'Firmware' }}>{identity.firmware}</Line>}
        <Line name={{ zh: '自检', en: 'Self-test' }}>
          <Both of={selfTests[device.selfTest]} />
        </Line>
        {detailWords(device.details).map(({ name, value }) => (
          <Line key={name.en} name={name}>
            {value}
          </Line>
        ))}
        <Line name={{ zh: '上次故障', en: 'Last fault' }}>
          {lastFault === null ? (
            <Both of={{ zh: '无', en: 'none' }} />
          ) : (
            `${momentOf(lastFault.at)} ${lastFault.fault.code} ${lastFault.fault.citizen.zh}`
          )}
        </Line>
      </dl>
    </li>
  );
}

/** Many a device says its maker again in its model. */
function modelOf(identity: DeviceReadiness['identity']): string {
  const { manufacturer = null, model = null } = identity ?? {};
  if (manufacturer === null || model?.startsWith(manufacturer)) return model ?? '';
  return model === null ? manufacturer : `${manufacturer} ${model}`;
}

/** What is wrong now and what a technician does about it. */
function Fault({ device: { fault, remedy } }: { device: DeviceReadiness }) {
  if (fault === null) return null;
  return (
    <div class="ready-fault">
      <strong>
        {fault.code} {fault.citizen.zh} <span lang="en">{fault.citizen.en}</span>
      </strong>
      {remedy !== null && <p lang="en">{remedy}</p>}
    </div>
  );
}

function Line({ name, children }: { name: Words; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Both of={name} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
