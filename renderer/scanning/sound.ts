/** A short high sound for yes, a low one for what changed nothing, a lower double one for what cannot be read. */
export interface Sounds {
  readonly yes: () => void;
  readonly low: () => void;
  readonly no: () => void;
}

export function createSounds(): Sounds {
  let audio: AudioContext | null = null;
  const tone = (frequency: number, afterSeconds: number): void => {
    audio ??= new AudioContext();
    const start = audio.currentTime + afterSeconds;
    const oscillator = audio.createOscillator();
    const gain = audio.createGain();
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0.12, start);
    gain.gain.exponentialRampToValueAtTime(0.001, start + 0.12);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.13);
  };
  return {
    yes: () => tone(1320, 0),
    low: () => tone(262, 0),
    no: () => {
      tone(220, 0);
      tone(196, 0.15);
    },
  };
}
