"""Pages of the manual that the program shows itself, in plain Dutch: a heading, then paragraphs."""

from __future__ import annotations

Bladzijde = tuple[tuple[str, tuple[str, ...]], ...]

BESCHERMT: Bladzijde = (
    (
        "Rollen wijzen de weg",
        (
            "Een rol bepaalt wat iemand in dit programma ziet en mag. De balie ziet geen dossiers. "
            "Een ambassadeur leest mee. Alleen een afdelingshoofd ondertekent.",
            "Een rol is geen slot. Het register is één bestand. Wie dat bestand kan openen, kan "
            "het met een ander programma lezen. Een rol houdt zo iemand niet tegen.",
            "Een pincode of wachtwoord laat zien wie er achter de computer zit. Ook dat maakt het "
            "bestand niet onleesbaar.",
        ),
    ),
    (
        "Dit beschermt wel",
        (
            "De rechten op de map. Laat uw ICT-afdeling instellen wie bij de map kan. Zet er "
            "alleen mensen op die klachten mogen zien. Doe dat ook voor de reservekopieën.",
            "De handtekening onder een brief. Verandert er daarna één teken, dan meldt het "
            "programma: handtekening ongeldig.",
            "Het logboek. Elke regel hangt vast aan de regel ervoor. Verandert iemand een oude "
            "regel, dan vindt Controleren waar dat is. Wie het hele logboek opnieuw maakt, kan dat "
            "ontlopen. Bewaar daarom ook reservekopieën op een plek waar weinig mensen bij kunnen.",
            "Versleuteling. Zet u die aan bij Beheer, Versleuteling? Dan leest niemand het "
            "register die er geen toegang toe heeft. Dat geldt ook voor de reservekopieën en voor "
            "wat het programma op uw computer bewaart. Een gestolen laptop of kopie is dan "
            "onleesbaar.",
        ),
    ),
    (
        "Wat versleuteling niet doet",
        (
            "Zij helpt niet tegen iemand die achter een open computer zit, of tegen een virus op "
            "een computer die toegang heeft. Wie toegang heeft, kan alles lezen en kopiëren.",
            "Weet een dief ook het wachtwoord van Windows? Dan gaat het register op die laptop wel "
            "open. Sluit een gestolen laptop dus meteen buiten.",
            "Zij houdt niemand tegen die het bestand weggooit of er een oude kopie voor in de "
            "plaats zet. Daar zijn de reservekopieën voor, en de rechten op de map.",
            "Wie u buitensluit, kan niets nieuws meer lezen. Een oude kopie die iemand eerder "
            "meenam, gaat nog wel open. Ook wat u print, exporteert of buiten het programma "
            "bewaart, is niet versleuteld.",
            "Wat voor het aanzetten op de schijf stond, kan met speciale programma's soms nog "
            "worden teruggehaald. Laat ICT ook de schijf zelf versleutelen (BitLocker).",
            "Is alle toegang weg, en de herstelsleutel ook? Dan kan niemand het register nog "
            "openen. Bewaar het papier dus in de kluis van de gemeente.",
        ),
    ),
    (
        "Dit kunt u zelf doen",
        (
            "Geef iedereen alleen de rol die nodig is. Gaat iemand weg? Haal het vinkje bij 'Werkt "
            "hier' weg, en laat ICT de toegang tot de map intrekken. Is het register versleuteld? "
            "Sluit die persoon dan ook buiten bij Beheer, Versleuteling.",
            "Vergrendel uw computer als u wegloopt. Deel nooit uw pincode of wachtwoord.",
        ),
    ),
)
"""What roles are worth, and what protects."""
