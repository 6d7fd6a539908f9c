import {
  Accessibility,
  Baby,
  Briefcase,
  FileKey,
  FileText,
  Flower2,
  GraduationCap,
  HandHeart,
  Heart,
  HeartPulse,
  House,
  type IconNode,
  IdCard,
  Medal,
  Plug,
  Shield,
  Sprout,
  Store,
  UserRound,
  Users,
} from 'lucide';

/** The pictograms that content may name: those of the fields of life, and a kept set for life events. */
const pictograms: Readonly<Record<string, IconNode>> = {
  accessibility: Accessibility,
  baby: Baby,
  briefcase: Briefcase,
  'file-key': FileKey,
  flower: Flower2,
  'flower-2': Flower2,
  'graduation-cap': GraduationCap,
  'hand-heart': HandHeart,
  heart: Heart,
  'heart-pulse': HeartPulse,
  house: House,
  'id-card': IdCard,
  medal: Medal,
  plug: Plug,
  shield: Shield,
  sprout: Sprout,
  store: Store,
  'user-round': UserRound,
  users: Users,
};

/** A name the kiosk does not draw yet stands as a sheet of paper, so that new content never leaves a hole. */
export function pictogram(name: string): IconNode {
  return pictograms[name] ?? FileText;
}
