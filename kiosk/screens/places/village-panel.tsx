import './village-panel.css';
import { X } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { catalog } from '../../catalog/catalog.ts';
import { usePlacesWords } from '../../locales/places-words.ts';
import { useWords } from '../../locales/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import type { PlaceView } from './place-view.ts';
import { type Village, villagesByLetter } from './villages.ts';

interface VillagePanelProps {
  views: readonly PlaceView[];
  /** Code of the place of the chosen village. */
  onChoose(placeCode: string): void;
  onClose(): void;
}

/** From the name of one's village to its centre: a letter, then the name. Nothing has to be typed. */
export function VillagePanel({ views, onChoose, onClose }: VillagePanelProps) {
  const { t, say } = useWords();
  const words = usePlacesWords();
  const generation = catalog.value;
  const letters = useMemo(
    () => (generation === null ? new Map<string, Village[]>() : villagesByLetter(generation)),
    [generation],
  );
  const [letter, setLetter] = useState<string | null>(null);
  const villages = letter === null ? [] : (letters.get(letter) ?? []);
  const units = new Map(views.map(({ place }) => [place.code, say(place.unit)]));
  return (
    <Modal label={words.villageTitle} kind="veil" onAside={onClose}>
      <div class="panel village-panel">
        <h1 class="screen-title">{words.villageTitle}</h1>
        <p class="village-note">{words.villageNote}</p>
        <div class="village-letters" role="radiogroup" aria-label={words.villageNote}>
          {[...letters.keys()].map(each => (
            // biome-ignore lint/a11y/useSemanticElements: a native radio button cannot be this large a target
            <button
              key={each}
              type="button"
              role="radio"
              aria-checked={each === letter}
              onClick={() => setLetter(each)}
            >
              {each}
            </button>
          ))}
        </div>
        <ScrollArea key={letter}>
          <ul class="villages">
            {villages.map(({ name, placeCode }) => (
              <li key={`${placeCode} ${name}`}>
                <button type="button" class="village" onClick={() => onChoose(placeCode)}>
                  <span class="row-name">{name}</span>
                  <span class="row-note">{units.get(placeCode)}</span>
                </button>
              </li>
            ))}
          </ul>
        </ScrollArea>
        <Button kind="primary" size="main" icon={X} label={t.common.close} onPress={onClose} />
      </div>
    </Modal>
  );
}
