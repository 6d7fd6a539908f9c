import { House, List, Map as MapIcon } from 'lucide';
import { usePlacesWords } from '../../locales/places-words.ts';
import { Button } from '../../ui/button.tsx';

interface PlacesFilterProps {
  openOnly: boolean;
  count: { all: number; open: number };
  onOpenOnly(wanted: boolean): void;
  onVillages(): void;
  /** Where map and list are seen one at a time: whether it is the map, and the way to the other. */
  map?: boolean;
  onMap?: (wanted: boolean) => void;
}

/** All or the open ones; and the way from a village to its centre. */
export function PlacesFilter({ openOnly, count, onOpenOnly, onVillages, map = false, onMap }: PlacesFilterProps) {
  const words = usePlacesWords();
  const choices = [
    { wanted: false, label: `${words.all} ${count.all}` },
    { wanted: true, label: `${words.openOnly} ${count.open}` },
  ];
  return (
    <div class="places-filter">
      <div class="places-choices" role="radiogroup" aria-label={words.filter}>
        {choices.map(({ wanted, label }) => (
          // biome-ignore lint/a11y/useSemanticElements: a native radio button cannot be this large a target
          <button
            key={label}
            type="button"
            role="radio"
            aria-checked={wanted === openOnly}
            onClick={() => onOpenOnly(wanted)}
          >
            {label}
          </button>
        ))}
      </div>
      {onMap !== undefined && (
        <Button
          kind="outline"
          icon={map ? List : MapIcon}
          label={map ? words.listView : words.mapView}
          onPress={() => onMap(!map)}
        />
      )}
      <Button kind="outline" icon={House} label={words.village} onPress={onVillages} />
    </div>
  );
}
