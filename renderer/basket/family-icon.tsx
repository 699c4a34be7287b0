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
import type { ReactNode } from 'react';

const icons: Readonly<Record<string, LucideIcon>> = {
  sim: CardSim,
  topup: BatteryCharging,
  data: Wifi,
  dongle: Usb,
  phone: Smartphone,
  computer: Laptop,
  tablet: Tablet,
  accessory: Cable,
  service: GraduationCap,
};

/** Families are data: one without a drawing of its own gets a plain box. */
export function FamilyIcon({
  family,
  size = 24,
}: {
  readonly family: string;
  readonly size?: number;
}): ReactNode {
  const Icon = icons[family] ?? Package;
  return <Icon size={size} aria-hidden="true" />;
}
