import Link from 'next/link';
import { notFound } from 'next/navigation';
import { journeyOf, journeys } from '../../catalogue';
import { Picture } from '../../picture';

export const generateStaticParams = () => journeys.map(({ id }) => ({ id }));

/** A server component: it marks its item by hand, and how long it is read counts. */
export default async function JourneyPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const journey = journeyOf((await params).id);
  if (!journey) notFound();
  return (
    <article data-penchant-item={journey.id} data-penchant-features={journey.features.join(' ')}>
      <Picture journey={journey} />
      <h1>{journey.title}</h1>
      <p className="about">{journey.about}</p>
      <p>{`${journey.hours} hours, if nothing happens.`}</p>
      <Link href="/">All journeys</Link>
    </article>
  );
}
