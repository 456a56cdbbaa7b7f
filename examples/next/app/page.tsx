import { journeys } from './catalogue';
import { JourneyList } from './journey-list';

export default function Front() {
  return (
    <>
      <h1>Where to, slowly</h1>
      <JourneyList journeys={journeys} />
    </>
  );
}
