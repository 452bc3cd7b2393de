/** The magpie: black head and long tail, white breast, one blue-green wing. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        d="M29.5 9.2 25 7.6A6.1 6.1 0 0 0 13.6 9.4L12 15 2.2 27.4c-.6.8.3 1.9 1.2 1.4L14 23.4c6.9.4 11.9-4.5 11.7-12.2Z"
      />
      <path fill="var(--mark-breast)" d="M16.2 22c4.6-.6 7.7-4.2 7.9-9.2-2.6 2.7-4.7 6.500-7.9 9.200Z" />
      <path
        fill="var(--mark-wing)"
        d="M11.600 19.500c4.200-1.200 7.400-4.300 8.800-8.900.3 5.300-2.600 9.700-8.300 10.700-1.100.2-1.500-1.500-.5-1.800Z"
      />
      <circle cx="20.300" cy="7.600" r="1.100" fill="var(--mark-breast)" />
    </svg>
  );
}
