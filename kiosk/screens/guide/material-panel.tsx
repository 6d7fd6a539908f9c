import './material-panel.css';
import { X } from 'lucide';
import { materialForms, materialSources } from '../../../content/model/code-lists.ts';
import { pictureOf } from '../../../content/model/material-pictures.ts';
import { useGuideWords } from '../../locales/guide-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { PaperDrawing } from '../../ui/paper-drawing.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type AskedMaterial, needTones } from './needs.ts';
import { QrCode } from './qr-code.tsx';

/** One material: what it looks like, whether it must be brought, and where it comes from. Blanks in the data leave none here. */
export function MaterialPanel({ asked: { material, need }, onClose }: { asked: AskedMaterial; onClose(): void }) {
  const { t, say, language } = useWords();
  const words = useGuideWords();
  const { facts, needs } = words.material;
  const { sharedBy, sharedLicence, note, howToFill } = material;
  const given = sharedBy !== undefined;
  const needWords = need === 'exempt' ? needs.exempt(sharedBy === undefined ? '' : say(sharedBy)) : needs[need];
  const rows: [name: string, value: string | undefined][] = [
    [facts.need, needWords],
    [facts.instead, sharedLicence && words.material.licence(say(sharedLicence))],
    [facts.note, note && say(note)],
    [facts.copies, given ? undefined : words.copies(material.copies)],
    [facts.form, given ? undefined : say(materialForms[material.form])],
    [facts.source, given ? undefined : say(materialSources[material.source].name)],
    [facts.fill, howToFill && say(howToFill)],
  ];
  const links = [
    [material.blankForm, words.material.blankForm],
    [material.filledExample, words.material.filledExample],
  ].filter((link): link is [string, string] => link[0] !== undefined);
  return (
    <Modal label={say(material.name)} kind="veil" onAside={onClose}>
      <div class="panel material-panel">
        <header class="material-panel-head">
          <h1 class="screen-title">{say(material.name)}</h1>
          <Tag tone={needTones[need]}>{words.tags[need]}</Tag>
        </header>
        <ScrollArea>
          <div class="material-panel-parts">
            <figure class={`material-drawing material-${need}`}>
              <PaperDrawing of={pictureOf(material)} />
              <figcaption class="note">{words.material.drawing}</figcaption>
            </figure>
            <dl lang={language === 'zh' ? 'zh-CN' : 'en'}>
              {rows.map(
                ([name, value]) =>
                  value !== undefined && (
                    <div key={name} class="material-fact">
                      <dt>{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ),
              )}
            </dl>
            {links.map(([address, label]) => (
              <div key={label} class="material-link">
                <QrCode text={address} label={label} />
                <p>{label}</p>
              </div>
            ))}
          </div>
        </ScrollArea>
        <Button kind="primary" size="main" icon={X} label={t.common.close} onPress={onClose} />
      </div>
    </Modal>
  );
}
