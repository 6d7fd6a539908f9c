import './district-map.css';
import { MapPin } from 'lucide';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePlacesWords } from '../../../locales/places-words.ts';
import { useWords } from '../../../locales/use-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { PlaceView } from '../place-view.ts';
import { type SketchPlace, type SketchSize, shortUnit, sketchOf } from './sketch.ts';

interface DistrictMapProps {
  views: readonly PlaceView[];
  /** Code of the place whose card is open. */
  chosen: string | null;
  onChoose(code: string): void;
}

/** Least side of what is touched, in rem: 60 px at a short side of 1080. */
const targetRem = 3.75;

/** The drawn map of the district. Open: a filled sign, closed: a hollow one, here: a pin; said in words below it. */
export function DistrictMap({ views, chosen, onChoose }: DistrictMapProps) {
  const { say } = useWords();
  const words = usePlacesWords();
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<SketchSize | null>(null);

  useLayoutEffect(() => {
    const box = room.current;
    if (box === null) return;
    function measure(): void {
      if (box === null) return;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const em = Number.parseFloat(getComputedStyle(box).fontSize);
      const { clientWidth: width, clientHeight: height } = box;
      setSize(before =>
        before?.width === width && before.height === height && before.em === em
          ? before
          : { width, height, em, target: targetRem * rem },
      );
    }
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);

  const places = views.flatMap(({ place }): SketchPlace[] =>
    place.position === undefined
      ? []
      : [{ code: place.code, name: shortUnit(say(place.unit)), position: place.position }],
  );
  const shape = places.map(({ name, position }) => `${name} ${position.latitude} ${position.longitude}`).join();
  const sketch = useMemo(
    () => (size === null || places.length === 0 ? null : sketchOf(places, words, size)),
    [shape, words, size],
  );

  return (
    <section class="card district-map" aria-label={words.map}>
      <div class="district-map-room" ref={room}>
        {sketch !== null && size !== null && (
          <>
            <svg class="district-map-ground" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
              <path class="map-river" d={sketch.river} />
              <path class="map-reservoir" d={sketch.reservoir} />
              {sketch.leaders.map(({ key, from, to }) => (
                <g key={key}>
                  <line class="map-leader" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
                  <circle class="map-seat" cx={from.x} cy={from.y} r={size.em / 6} />
                </g>
              ))}
            </svg>
            {sketch.waters.map(({ key, name, x, y }) => (
              <span key={key} class="map-water" style={at(x, y)}>
                {name}
              </span>
            ))}
            {sketch.labels.map(({ key, x, y, width, height }, index) => {
              const view = views.find(({ place }) => place.code === key);
              return (
                view && (
                  <button
                    key={key}
                    type="button"
                    class={`map-place ${view.own ? 'map-own' : view.windows.open ? 'map-open' : 'map-closed'}`}
                    aria-pressed={key === chosen}
                    aria-label={[say(view.place.unit), view.own ? words.own : view.distance, view.state]
                      .filter(part => part !== '')
                      .join('，')}
                    style={{ ...at(x, y), width: `${width}px`, height: `${height}px` }}
                    onClick={() => onChoose(key)}
                  >
                    {view.own ? <Icon of={MapPin} /> : <span class="map-sign" />}
                    <span>{sketch.numbered ? index + 1 : places[index]?.name}</span>
                  </button>
                )
              );
            })}
          </>
        )}
      </div>
      <p class="district-map-legend">
        <span class="map-open">
          <span class="map-sign" />
          {words.legend.open}
        </span>
        <span class="map-closed">
          <span class="map-sign" />
          {words.legend.closed}
        </span>
        <span class="map-legend-own">
          <Icon of={MapPin} />
          {words.own}
        </span>
        <span class="map-legend-note">{words.sketch}</span>
      </p>
    </section>
  );
}

function at(x: number, y: number): { left: string; top: string } {
  return { left: `${x}px`, top: `${y}px` };
}
