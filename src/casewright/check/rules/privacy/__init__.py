"""The rules of this family, in order of code."""

from __future__ import annotations

from casewright.check.rule import Rule
from casewright.check.rules.privacy.age_over_89 import AgeOver89
from casewright.check.rules.privacy.clinician_named import ClinicianNamed
from casewright.check.rules.privacy.contact_data import ContactData
from casewright.check.rules.privacy.date_of_the_patient import DateOfThePatient
from casewright.check.rules.privacy.document_metadata import DocumentMetadata
from casewright.check.rules.privacy.face_in_figure import FaceInFigure
from casewright.check.rules.privacy.identifying_number import IdentifyingNumber
from casewright.check.rules.privacy.patient_named import PatientNamed
from casewright.check.rules.privacy.picture_metadata import PictureMetadata
from casewright.check.rules.privacy.place_of_the_patient import PlaceOfThePatient

RULES: tuple[type[Rule], ...] = (
    AgeOver89,
    DateOfThePatient,
    PatientNamed,
    ClinicianNamed,
    IdentifyingNumber,
    ContactData,
    PlaceOfThePatient,
    FaceInFigure,
    DocumentMetadata,
    PictureMetadata,
)
