"""Analytes whose names are used for one another."""

from __future__ import annotations

_KIN = (
    {"urea", "urea_nitrogen"},
    {"troponin", "troponin_i", "troponin_t"},
    {"glucose", "glucose_fasting"},
    {"hemoglobin", "hba1c", "mch", "mchc"},
    {"pt", "pt_activity", "inr"},
    {"creatinine_clearance", "egfr"},
    {"bnp", "nt_probnp"},
    {"blood_pressure", "systolic_pressure", "diastolic_pressure", "map"},
    {"calcium", "calcium_corrected", "calcium_ionized"},
    {"bilirubin_total", "bilirubin_direct", "bilirubin_indirect"},
)


def akin(one: str, other: str) -> bool:
    """Whether two keys name one analyte, or two that share a name: `neutrophils` are a count and a share."""
    return one.removesuffix("_percent") == other.removesuffix("_percent") or any(
        {one, other} <= kin for kin in _KIN
    )
