"""Pages of the manual that the program shows itself, in plain Dutch: a heading, then paragraphs."""

from __future__ import annotations

Bladzijde = tuple[tuple[str, tuple[str, ...]], ...]

BESCHERMT: Bladzijde = (
    (
        "Rollen wijzen de weg",
        (
            "Een rol bepaalt wat iemand in dit programma ziet en mag. De balie ziet geen dossiers. "
            "Een ambassadeur leest mee. Alleen een afdelingshoofd ondertekent.",
            "Een rol is geen slot. Het register is één bestand. Wie dat bestand kan kopiëren, kan "
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
            "Versleuteling van het hele bestand. Dat kan dit programma nog niet. Vraag uw "
            "ICT-afdeling om de schijf te versleutelen.",
        ),
    ),
    (
        "Dit kunt u zelf doen",
        (
            "Geef iedereen alleen de rol die nodig is. Gaat iemand weg? Haal het vinkje bij 'Werkt "
            "hier' weg, en laat ICT de toegang tot de map intrekken.",
            "Vergrendel uw computer als u wegloopt. Deel nooit uw pincode of wachtwoord.",
        ),
    ),
)
"""What roles are worth, and what protects."""
