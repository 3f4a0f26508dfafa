/* visits/pdf_script.h - pdf.py, as tools/embed-text holds it in the program. */
#ifndef VISITS_PDF_SCRIPT_H
#define VISITS_PDF_SCRIPT_H

extern const char pdf_script[];

#endif
