import { describe, expect, test } from 'vitest';
import { type MaterialPicture, pictureOf } from './material-pictures.ts';

describe('the picture of a material', () => {
  test.each<[string, MaterialPicture]>([
    ['id-card', 'id-card'],
    ['agent-id-card', 'id-card'],
    ['household-booklet-original', 'household-booklet'],
    ['letter-of-authority', 'letter'],
    ['marriage-certificate', 'marriage-certificate'],
    ['birth-certificate', 'certificate'],
    ['payment-invoice', 'invoice'],
    ['loan-contract', 'contract'],
    ['property-title', 'property-certificate'],
    ['residence-permit', 'certificate'],
    ['something-else', 'papers'],
  ])('of %s is %s', (id, picture) => {
    expect(pictureOf({ id, form: 'either' })).toBe(picture);
  });

  test('follows the form and the type where the id says nothing', () => {
    expect(pictureOf({ id: 'registry-data', form: 'electronic' })).toBe('record');
    expect(pictureOf({ id: 'purpose', form: 'paper', type: 'form' })).toBe('form');
  });

  test('is what the author named', () => {
    expect(pictureOf({ id: 'id-card', form: 'paper', picture: 'photo' })).toBe('photo');
  });
});
