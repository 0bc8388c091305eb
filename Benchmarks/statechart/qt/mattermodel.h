#pragma once

#include <QScxmlCppDataModel>

// Holds nothing: the chart's conditions ask which states are active, and nothing else.
class MatterModel : public QScxmlCppDataModel
{
    Q_OBJECT
    Q_SCXML_DATAMODEL
};
