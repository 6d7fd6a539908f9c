import './one-moment.css';
import { zh } from '../../locales/zh.ts';
import { Loading } from '../../ui/loading.tsx';
import { Modal } from '../../ui/modal.tsx';

/** The bridge does not answer. No error and no blame: it is being restarted, and this goes by itself. */
export function OneMoment() {
  return (
    <Modal label={zh.oneMoment.title} kind="cover">
      <div class="one-moment" role="alert">
        <Loading />
        <h1>{zh.oneMoment.title}</h1>
        <p>{zh.oneMoment.note}</p>
        <p class="one-moment-en" lang="en">
          {zh.oneMoment.english}
        </p>
        <p class="one-moment-call">{zh.oneMoment.hotline}</p>
      </div>
    </Modal>
  );
}
