#pragma once

#include <QScxmlCppDataModel>

// A data model without data. The chart's conditions only test which states are active.
class MatterModel : public QScxmlCppDataModel
{
    Q_OBJECT
    Q_SCXML_DATAMODEL
};
