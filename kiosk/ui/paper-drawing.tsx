import './paper-drawing.css';
import { h } from 'preact';
import type { MaterialPicture } from '../../content/model/material-pictures.ts';
import { paperDrawings } from './paper-drawings.ts';

/** A drawing of a paper, as wide as its box; its name always stands beside it, so it is silent for a screen reader. */
export function PaperDrawing({ of }: { of: MaterialPicture }) {
  return (
    <svg class="paper-drawing" viewBox="0 0 64 48" aria-hidden="true">
      {paperDrawings[of].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
