import { canonicalize } from '@tufjs/canonical-json';
import { Metadata, MetadataKind } from '@tufjs/models';
import type { Document } from './document.ts';

/**
 * The document as it leaves: JSON without white space, read back first with the library that the terminals read with.
 * @throws Error when that library would not see what was meant
 */
export function documentText(document: Document): string {
  const text = JSON.stringify(document);
  if (canonicalize(readBack(document.signed._type, text)) !== canonicalize(document.signed))
    throw new Error(`${document.signed._type} ${document.signed.version} reads back as something else`);
  return text;
}

function readBack(kind: Document['signed']['_type'], text: string): unknown {
  const data = JSON.parse(text);
  // One case each: the library's overloads want to see the kind.
  switch (kind) {
    case 'root':
      return Metadata.fromJSON(MetadataKind.Root, data).signed.toJSON();
    case 'timestamp':
      return Metadata.fromJSON(MetadataKind.Timestamp, data).signed.toJSON();
    case 'snapshot':
      return Metadata.fromJSON(MetadataKind.Snapshot, data).signed.toJSON();
    case 'targets':
      return Metadata.fromJSON(MetadataKind.Targets, data).signed.toJSON();
  }
}
