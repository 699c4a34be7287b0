import {
  BatteryCharging,
  Cable,
  CardSim,
  GraduationCap,
  Laptop,
  type LucideIcon,
  Package,
  Smartphone,
  Tablet,
  Usb,
  Wifi,
} from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import type { FamilyIcon as Drawing } from '#domain/catalogue.ts';
import { FamiliesContext } from '../messages/families.ts';

const drawings: Readonly<Record<Drawing, LucideIcon>> = {
  box: Package,
  sim: CardSim,
  battery: BatteryCharging,
  wifi: Wifi,
  key: Usb,
  phone: Smartphone,
  computer: Laptop,
  tablet: Tablet,
  cable: Cable,
  lesson: GraduationCap,
};

/** The drawing that a family's data name; one that is not known here gets a plain box. */
export function FamilyIcon({
  family,
  size = 24,
}: {
  readonly family: string;
  readonly size?: number;
}): ReactNode {
  const families = useContext(FamiliesContext);
  const Icon = drawings[families.find((one) => one.id === family)?.icon ?? 'box'];
  return <Icon size={size} aria-hidden="true" />;
}
