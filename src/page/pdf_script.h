/* page/pdf_script.h - pdf.py, as tools/embed-text holds it in the program. */
#ifndef PAGE_PDF_SCRIPT_H
#define PAGE_PDF_SCRIPT_H

extern const char pdf_script[];

#endif
