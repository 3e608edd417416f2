"""Quantities as clinicians write them: numbers, units, analytes. Imports nothing else of casewright but errors."""
